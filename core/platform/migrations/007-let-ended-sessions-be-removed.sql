CREATE INDEX session_end ON platform.session (expires_at);
GRANT DELETE ON platform.session TO hengchan_app;
