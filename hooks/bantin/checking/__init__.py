"""Tells editors what is wrong with records, and what readers may stumble over, without a build.

Asks those that a build asks. Changes a record only in `mend`, where one form alone is right; what
surrounds the records, Git and its hosts, is known to `git`, `staged`, `hook` and `pipelines`.
"""
