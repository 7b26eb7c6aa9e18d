"""Pure text: how long it is where it goes, how it fits, and what HTML says in plain words."""
