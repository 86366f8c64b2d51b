"""The gates: is a sentence carried by its evidence, and is a brief carried by its articles?"""
