"""Tests: `unit` knows no MkDocs, `integration` builds tiny sites, `browser` views the real one."""
