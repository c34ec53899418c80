"""The live services: the league's CDN, The Odds API and the official injury report."""
