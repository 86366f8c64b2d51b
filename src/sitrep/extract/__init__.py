"""Article → mentions, places, times, figures, attributions, events → claims."""
