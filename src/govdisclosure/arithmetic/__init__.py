"""What the figures of a table say about each other: identities and the convention, derived from the declarations."""
