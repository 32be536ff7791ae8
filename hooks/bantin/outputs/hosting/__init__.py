"""Files that configure a web server for the site: its headers, redirects of old addresses.

`_headers` and `_redirects` lie at the root for Netlify and Cloudflare Pages. `may-chu/` holds the
files that an administrator includes in the configuration of nginx or Caddy.
"""
