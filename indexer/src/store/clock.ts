/** A function that tells the time at which it is called for a row, by the row's `vid`. */
export const CLOCK = "pg_temp.clock_at";

/**
 * Makes `CLOCK`, for the one session of a database in this process. PostgreSQL's own clock is volatile, so that conditions that ask it keep
 * the planner from joining; the row makes it be asked for each instead of once.
 */
export const CREATE_CLOCK = `create or replace function ${CLOCK}(vid int8) returns timestamptz language internal stable as 'clock_timestamp'`;
