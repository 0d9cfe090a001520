"""The pages of the administrator of accounts: who signs in. No file of anybody is opened here.

forms     what is typed
listing   all accounts, and a new one
one       one account: suspended, restored, a new password, the own file, posts
"""
