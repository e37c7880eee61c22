INSERT INTO catalog.plan (id, label, monthly_credits, priority_seconds) VALUES
  ('free', 'Free', 200, 0),
  ('starter', 'Starter', 3000, 60),
  ('team', 'Team', 12000, 120),
  ('agency', 'Agency', 60000, 180),
  ('enterprise', 'Enterprise', 250000, 300);
