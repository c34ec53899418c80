-- The second database: alerts outlive a record of runs that is thrown away.
CREATE DATABASE alerts;
