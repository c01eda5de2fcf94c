"""What the program does: asyncio, no Qt. Owns every task, and the protocols that storage implements."""
