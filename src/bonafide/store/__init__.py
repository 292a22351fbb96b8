"""What is kept: Django models, every row with an owner, and the queries that are scoped to one."""
