// A database that is slow, or takes no record of the journal, for as long as `stuck` says so.
window.stuck = "";
const begin = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (names, mode, options) {
  const transaction = begin.call(this, names, mode, options);
  if (mode === "readwrite") {
    // A transaction ends when nothing more is asked of it.
    const again = () => {
      if (window.stuck === "slow") {
        transaction.objectStore(transaction.objectStoreNames[0]).count().onsuccess = again;
      }
    };
    again();
  }
  return transaction;
};
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (...values) {
  if (window.stuck === "full" && this.name === "journal") {
    throw new DOMException("no more room", "QuotaExceededError");
  }
  return put.apply(this, values);
};
