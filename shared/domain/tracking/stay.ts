/** In seconds: browsers tell no shorter stay on a page, and a longer one as this. */
export const LEAST_STAY = 5;
export const MOST_STAY = 1_800;
