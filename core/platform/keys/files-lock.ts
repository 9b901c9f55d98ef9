/** Held by whoever seals stored files anew, and by a backup, which must find each file as it was listed. Lasts as long as the connection. */
export const tryFilesLock = "pg_try_advisory_lock(hashtext('hengchan.stored-files'))";
