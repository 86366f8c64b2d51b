"""What a brief says, in which part and order: findings by importance, one for each place."""
