"""The printed page: its layout, its QR code, its PDF."""
