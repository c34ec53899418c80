"""The reliability dashboard: pages and JSON over verified, stored results. It evaluates nothing and changes nothing."""
