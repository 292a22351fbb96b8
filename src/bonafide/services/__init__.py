"""One function for each thing a person does: load, run the steps, save.

Transactions are short, and no network call or long computation happens inside one. Every function takes the
owner first and a `now` where it writes; it gives frozen values or plain rows, never a query to be continued.
"""
