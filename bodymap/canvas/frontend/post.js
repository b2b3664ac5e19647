// Hands the log to the server until the server has all of it.

const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 15000;

export class Post {
  // An answer came: what is left of the log goes again after a while.
  heard(log, send) {
    this.log = log;
    this.send = send;
    this.#againLater();
    if (!log.returned) return;
    log.returned = false;
    this.#now(); // its undo goes on where it was before the reload
  }

  // Something was added to the log.
  sendNow() {
    this.#now();
    this.#againLater();
  }

  #now() {
    this.send(this.log.message());
  }

  // Streamlit may merge messages, or the records may be out of reach for a while: whatever is not
  // acknowledged is sent again, less often each time that nothing came of it.
  #againLater() {
    const first = this.log.pending[0]?.seq;
    if (first !== this.stuckAt) this.retryMs = FIRST_RETRY_MS;
    this.stuckAt = first;
    clearTimeout(this.retry);
    if (!this.log.pending.length) return;
    this.retry = setTimeout(() => {
      this.retryMs = Math.min(LAST_RETRY_MS, this.retryMs * 2);
      this.#now();
      this.#againLater();
    }, this.retryMs);
  }
}
