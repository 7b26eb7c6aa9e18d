"""Offers in a text: amounts of money, percentages, things for free, three for the price of two."""
