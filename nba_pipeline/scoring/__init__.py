"""How good the predictions were: errors, probabilities and bets, on identical rows, with intervals."""
