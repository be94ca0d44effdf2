/** How long a session of a pivot role may last: twelve hours, in seconds. */
export const pivotSessionSeconds = 43_200;

/** What the console and plans say of a pivot role. */
export const pivotDescription = 'What the central account calls AWS with, and takes the roles of teams from';
