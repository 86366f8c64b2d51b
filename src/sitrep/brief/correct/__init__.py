"""What a published brief must put right once its ground has changed."""
