/** All of most teams at once; of a larger one the first page. Said where it is asked for and where it is prefetched. */
export const wholeTeam = { limit: 100 };

/** As many faces as the dashboard has room for. */
export const teamFaces = { limit: 12 };
