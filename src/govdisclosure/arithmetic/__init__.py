"""What the figures of a table say about each other: identities, the convention, the bounds; from the declarations."""
