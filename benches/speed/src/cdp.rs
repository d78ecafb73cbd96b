//! A connection to a browser's DevTools: commands with their answers, and the events in between.
//!
//! One connection to the browser itself; the page's commands carry the id of its session.

use std::{
    net::TcpStream,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use tungstenite::{Message, WebSocket, protocol::WebSocketConfig};

/// How long an answer may take.
const LIMIT: Duration = Duration::from_secs(120);

/// An open connection, with a page attached.
pub(crate) struct Cdp {
    socket: WebSocket<TcpStream>,
    session: Option<String>,
    last: u64,
    events: Vec<Value>,
}

impl Cdp {
    /// Connects to the browser that listens on `port`; `path` is what it wrote into its profile.
    pub(crate) fn connect(port: u16, path: &str) -> Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_nodelay(true)?;
        // A trace comes in large pieces.
        let config = WebSocketConfig::default().max_message_size(None).max_frame_size(None);
        let address = format!("ws://127.0.0.1:{port}{path}");
        let (socket, _) = tungstenite::client::client_with_config(address, stream, Some(config))
            .map_err(|error| anyhow::anyhow!("the browser refuses the connection: {error}"))?;
        socket.get_ref().set_read_timeout(Some(LIMIT))?;
        Ok(Self { socket, session: None, last: 0, events: Vec::new() })
    }

    /// Attaches to the page that is open.
    pub(crate) fn attach(&mut self) -> Result<()> {
        let targets = self.browser("Target.getTargets", json!({}))?;
        let mut targets = targets["targetInfos"].as_array().into_iter().flatten();
        let page = targets.find(|target| target["type"] == "page").context("the browser has no page")?;
        let attach = json!({ "targetId": page["targetId"], "flatten": true });
        let session = self.browser("Target.attachToTarget", attach)?;
        self.session = Some(session["sessionId"].as_str().context("no session")?.to_owned());
        Ok(())
    }

    /// A command to the page.
    pub(crate) fn page(&mut self, method: &str, params: Value) -> Result<Value> {
        let session = self.session.clone();
        self.command(method, params, session)
    }

    /// A command to the browser.
    pub(crate) fn browser(&mut self, method: &str, params: Value) -> Result<Value> {
        self.command(method, params, None)
    }

    fn command(&mut self, method: &str, params: Value, session: Option<String>) -> Result<Value> {
        self.last += 1;
        let mut message = json!({ "id": self.last, "method": method, "params": params });
        if let Some(session) = session {
            message["sessionId"] = Value::String(session);
        }
        self.socket.send(Message::text(message.to_string()))?;
        loop {
            let mut answer = self.read().with_context(|| format!("waiting for {method}"))?;
            if answer["id"] == self.last {
                if let Some(error) = answer.get("error") {
                    bail!("{method}: {error}");
                }
                return Ok(answer["result"].take());
            }
            self.events.push(answer);
        }
    }

    /// Waits for an event; hands every other one on to `each`.
    pub(crate) fn event(&mut self, method: &str, mut each: impl FnMut(&mut Value)) -> Result<Value> {
        let end = Instant::now() + LIMIT;
        let mut early = std::mem::take(&mut self.events).into_iter();
        while Instant::now() < end {
            let mut event = match early.next() {
                Some(event) => event,
                None => self.read().with_context(|| format!("waiting for {method}"))?,
            };
            if event["method"] == method {
                self.events.extend(early);
                return Ok(event["params"].take());
            }
            each(&mut event);
        }
        bail!("{method} did not come")
    }

    /// Forgets the events so far.
    pub(crate) fn forget(&mut self) {
        self.events.clear();
    }

    fn read(&mut self) -> Result<Value> {
        loop {
            match self.socket.read()? {
                Message::Text(text) => return Ok(serde_json::from_str(&text)?),
                Message::Close(_) => bail!("the browser has closed the connection"),
                _ => {}
            }
        }
    }
}
