"""Why a player is predicted what he is: features and what they add, similar games, and where it all comes from."""
