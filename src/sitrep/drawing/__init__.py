"""Pictures as SVG: values in, text out; the map of a theatre, the plots of the strikes tracker."""
