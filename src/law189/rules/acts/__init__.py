"""Акты во времени (acts in time): from which day an act holds, where it is published, whether one is adopted."""
