"""Features, predictions and their grades: phases 4 to 6."""
