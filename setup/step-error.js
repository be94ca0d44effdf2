// @ts-check

/** A step that cannot be done; its message says what to install. */
class StepError extends Error {}

module.exports = { StepError };
