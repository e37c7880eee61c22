-- Days of more than thirteen months ago are deleted.
GRANT DELETE ON ops.spend TO citestreak_app;
