-- Those who may see every office list the newest cases of all of them.
CREATE INDEX cases_newest ON casework.cases (opened_at DESC, no DESC);
