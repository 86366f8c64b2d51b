"""The stage list, executors, issue log and run manifest."""
