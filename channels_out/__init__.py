"""The built-in channels: one module per surface, nothing else."""
