//! Plays the provider: signs requests, follows redirects, shows what a phone would show.

use std::error::Error;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;

use quick_xml::Reader;
use quick_xml::events::Event;
use septet::webhook::{AuthToken, Form, SIGNATURE_HEADER};

use super::app::{self, App};

const TOKEN: &str = "an auth token for this example";
/// The public URL that the provider calls; the server listens on another address.
const URL: &str = "https://cafe.example.com";
const PERSON: &str = "+15005550006";

/// A signed request as the provider would make it, for a shell.
///
/// # Errors
///
/// An empty token.
pub fn request_to_try(address: &str, origin: &str, token: &str) -> Result<String, Box<dyn Error>> {
    let body = [("Body", "echo it works"), ("NumMedia", "0")];
    let form = parameters(&format!("SM{}", "0".repeat(32)), body.into_iter());
    let signature = AuthToken::new(token)?.sign_form(&format!("{origin}/sms"), &form);
    let form = form.encode();
    Ok(format!(
        "curl {address}/sms -H '{SIGNATURE_HEADER}: {signature}' -d '{form}'"
    ))
}

/// A server on loopback, and somebody to talk to it.
pub struct Phone {
    address: SocketAddr,
    token: AuthToken,
    app: Arc<App>,
    messages: u32,
}

impl Phone {
    pub fn connect() -> Result<Self, Box<dyn Error>> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let app = App::new(TOKEN, URL)?;
        let served = Arc::clone(&app);
        // Ends with the process.
        std::thread::spawn(move || app::serve(listener, served).map_err(|error| error.to_string()));
        let token = AuthToken::new(TOKEN)?;
        Ok(Phone {
            address,
            token,
            app,
            messages: 0,
        })
    }

    pub fn log(&self) -> Vec<String> {
        self.app.log()
    }

    /// Sends a text and gives the texts that come back.
    pub fn say(&mut self, text: &str) -> Result<Vec<String>, Box<dyn Error>> {
        self.messages += 1;
        self.resend(text, &[])
    }

    /// Sends the last message again, with more parameters.
    pub fn resend(&self, text: &str, more: &[(&str, &str)]) -> Result<Vec<String>, Box<dyn Error>> {
        let sid = format!("SM{:032x}", self.messages);
        let segments = septet::count(text).segments().to_string();
        let own = [("Body", text), ("NumSegments", &segments)];
        let media = if more.is_empty() {
            &[("NumMedia", "0")][..]
        } else {
            more
        };
        let form = parameters(&sid, own.iter().chain(media).copied());
        let mut path = "/sms".to_owned();
        // A redirect is asked in turn, with the same parameters.
        loop {
            let (status, body) = self.post(&path, &form)?;
            if status != 200 {
                return Err(format!("{status}: {body}").into());
            }
            let reply = elements(&body)?;
            match reply.iter().find(|element| element.0 == "Redirect") {
                Some((_, url)) => path.clone_from(url),
                None => {
                    return Ok(reply
                        .into_iter()
                        .filter(|element| element.0 == "Body")
                        .map(|element| element.1)
                        .collect());
                }
            }
        }
    }

    /// Tells what became of a message of the server's.
    pub fn report(
        &self,
        message: u32,
        status: &str,
        code: Option<&str>,
    ) -> Result<u16, Box<dyn Error>> {
        let sid = format!("SM{message:032x}");
        let code = code.map(|code| ("ErrorCode", code));
        let form = parameters(&sid, [("MessageStatus", status)].into_iter().chain(code));
        Ok(self.post("/status", &form)?.0)
    }

    /// Sends a form with its signature; gives status and body.
    pub fn post(&self, path: &str, form: &Form) -> Result<(u16, String), Box<dyn Error>> {
        let signature = self.token.sign_form(&format!("{URL}{path}"), form);
        self.post_signed(path, form, &signature)
    }

    pub fn post_signed(
        &self,
        path: &str,
        form: &Form,
        signature: &str,
    ) -> Result<(u16, String), Box<dyn Error>> {
        let body = form.encode();
        let mut stream = TcpStream::connect(self.address)?;
        write!(
            stream,
            "POST {path} HTTP/1.1\r\nHost: {}\r\n{SIGNATURE_HEADER}: {signature}\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            body.len(),
        )?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        let (head, body) = answer.split_once("\r\n\r\n").ok_or("no HTTP")?;
        let status = head.split(' ').nth(1).ok_or("no status")?.parse()?;
        Ok((status, body.to_owned()))
    }
}

/// The parameters of every request.
pub fn parameters<'a>(sid: &'a str, more: impl Iterator<Item = (&'a str, &'a str)>) -> Form {
    let account = "AC0123456789abcdef0123456789abcdef";
    [
        ("MessageSid", sid),
        ("AccountSid", account),
        ("From", PERSON),
        ("To", "+15005550001"),
    ]
    .into_iter()
    .chain(more)
    .collect()
}

/// The elements of a reply that hold text, in their order.
fn elements(xml: &str) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let mut reader = Reader::from_str(xml);
    let mut elements: Vec<(String, String)> = Vec::new();
    loop {
        match reader.read_event()? {
            Event::Start(start) => {
                elements.push((start.name().into_inner().to_owned(), String::new()));
            }
            Event::Text(text) => append(&mut elements, &text.xml10_content()),
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref()?.map(String::from);
                let named = quick_xml::escape::resolve_predefined_entity(&reference);
                append(
                    &mut elements,
                    &character
                        .or(named.map(String::from))
                        .ok_or("unknown entity")?,
                );
            }
            Event::Eof => return Ok(elements),
            _ => {}
        }
    }
}

fn append(elements: &mut [(String, String)], text: &str) {
    if let Some(element) = elements.last_mut() {
        element.1.push_str(text);
    }
}

/// A conversation from the first word to the last, then what became of two messages.
pub fn hold() -> Result<Vec<String>, Box<dyn Error>> {
    let mut phone = Phone::connect()?;
    let mut lines = Vec::new();
    for text in [
        "hello",
        "Survey",
        "great",
        "5",
        "The cakes & tea <3",
        "yes",
        "Help me",
        "STOP",
        "echo hi",
        "START",
        "Echo ding\u{7}!",
    ] {
        lines.push(format!("> {text:?}"));
        lines.extend(
            phone
                .say(text)?
                .into_iter()
                .map(|reply| format!("< {reply:?}")),
        );
    }
    let picture = [
        ("NumMedia", "1"),
        ("MediaUrl0", "https://api.example.com/media/ME1"),
        ("MediaContentType0", "image/jpeg"),
    ];
    phone.messages += 1;
    phone.resend("look", &picture)?;
    for (message, status, code) in [
        (100, "delivered", None),
        (100, "sent", None),
        (101, "sent", None),
        (101, "undelivered", Some("30005")),
        (101, "undelivered", Some("30005")),
    ] {
        phone.report(message, status, code)?;
    }
    lines.extend(phone.log());
    Ok(lines)
}
