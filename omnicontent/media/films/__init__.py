"""Films: one sandboxed ffmpeg process a source, with one decode, writes every recipe's file."""
