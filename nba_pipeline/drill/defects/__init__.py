"""The known defects, by what goes wrong: sources, code, writes, the ways of a day. Each is data and a function."""
