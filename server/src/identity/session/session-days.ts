/** SESSION_DAYS is the age at which a session ends however much it is used, and how long a browser keeps the cookie. */
export const SESSION_DAYS = 30;
