"""What a call is. Standard library and phonenumbers only: no I/O, no async, no Qt."""
