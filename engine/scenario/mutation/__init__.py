"""A charter changed in one place at a time: which changes do its scenarios notice?"""
