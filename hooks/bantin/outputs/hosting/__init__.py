"""Files that tell a web server what to send with the site: headers, and where old addresses lead.

`_headers` and `_redirects` lie at the root, where Netlify and Cloudflare Pages look for them;
`may-chu/` holds what the keeper of an nginx or a Caddy includes.
"""
