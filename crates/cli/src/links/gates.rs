//! One request at a time for each host, with a pause in between.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// When the last request to a host ended.
type Gate = Arc<Mutex<Option<Instant>>>;

/// A gate for each host, also for hosts that only a redirect leads to.
pub(super) struct Gates {
    pause: Duration,
    gates: Mutex<HashMap<String, Gate>>,
}

impl Gates {
    pub(super) fn new(pause: Duration) -> Gates {
        Gates { pause, gates: Mutex::default() }
    }

    /// Sends a request when it is this host's turn.
    pub(super) fn through<T>(&self, host: &str, request: impl FnOnce() -> T) -> T {
        let gate = {
            let mut gates = self.gates.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(gates.entry(host.to_owned()).or_default())
        };
        let mut last = gate.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(last) = *last {
            thread::sleep(self.pause.saturating_sub(last.elapsed()));
        }
        let answer = request();
        *last = Some(Instant::now());
        answer
    }
}
