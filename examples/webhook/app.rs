//! The server: three URLs, each of which checks the signature before anything else.

use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::net::TcpListener;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use axum::body::Bytes;
use axum::extract::State as Shared;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response as HttpResponse};
use axum::routing::post;
use septet::catalogue::{Action, Delivery, Intent, Keywords, Provider, Route, Router};
use septet::message::Sid;
use septet::twiml::{CONTENT_TYPE, Forbidden, Message, Redirect, Response, State, TwimlError};
use septet::webhook::{
    AuthToken, Form, InboundMessage, Media, RateLimiter, SIGNATURE_HEADER, SignatureError,
    StatusCallback,
};

use super::survey::{self, Survey};

/// Commands that people can write, besides the keywords that the law requires.
#[derive(Clone, Debug)]
enum Command {
    Survey,
    Echo,
}

pub struct App {
    token: AuthToken,
    /// Scheme and host as the provider calls them; the server behind a proxy sees others.
    url: String,
    router: Router<Command>,
    memory: Mutex<Memory>,
    /// Answers to one number: two programs that answer each other must come to an end.
    limiter: Mutex<RateLimiter>,
}

/// Answers to one number in a minute.
const ANSWERS: u32 = 30;

/// A service keeps this in its database.
#[derive(Default)]
struct Memory {
    opted_out: HashSet<String>,
    surveys: HashMap<String, Survey>,
    /// The reply to each message, as the same message may arrive twice.
    replies: HashMap<Sid, String>,
    deliveries: HashMap<Sid, Delivery>,
    log: Vec<String>,
}

impl App {
    pub fn new(token: &str, url: &str) -> Result<Arc<Self>, Box<dyn Error>> {
        let router = Router::new(Keywords::new(Provider::Twilio))
            .with_command("survey", Command::Survey)?
            .with_argument("echo", Command::Echo)?;
        Ok(Arc::new(App {
            token: AuthToken::new(token)?,
            url: url.trim_end_matches('/').to_owned(),
            router,
            memory: Mutex::default(),
            limiter: Mutex::new(RateLimiter::new(ANSWERS, 60)),
        }))
    }

    /// The log of events, for people.
    pub fn log(&self) -> Vec<String> {
        self.memory().log.clone()
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Allows one more answer to a number; the limiter itself has no clock.
    fn allows(&self, number: &str) -> bool {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let now = now.map_or(0, |elapsed| elapsed.as_secs());
        let mut limiter = self.limiter.lock().unwrap_or_else(PoisonError::into_inner);
        limiter.allow(number, now)
    }

    /// The form of a request that comes from the provider.
    fn authentic(&self, uri: &Uri, headers: &HeaderMap, body: &[u8]) -> Result<Form, Refusal> {
        let signature = headers
            .get(SIGNATURE_HEADER)
            .and_then(|value| value.to_str().ok());
        let path = uri.path_and_query().map_or("/", |path| path.as_str());
        let url = format!("{}{path}", self.url);
        let verified = self.token.verify(&url, body, signature);
        let form = verified.and_then(|()| Form::parse(body).map_err(SignatureError::Form));
        form.map_err(|error| {
            let status = StatusCode::from_u16(error.http_status());
            (status.unwrap_or(StatusCode::FORBIDDEN), error.to_string())
        })
    }

    /// The reply to a message from a person.
    fn reply(&self, message: &InboundMessage) -> Response {
        let mut memory = self.memory();
        for media in &message.media {
            memory.log.extend(calls(media));
        }
        let route = self.router.route(&message.body);
        if let Route::Keyword(keyword) = &route {
            // The provider has replied by itself where it acts on the keyword.
            let reply = match keyword.intent() {
                Intent::OptOut => {
                    memory.surveys.remove(&message.from);
                    memory.opted_out.insert(message.from.clone());
                    "You get no more messages. START brings them back."
                }
                Intent::OptIn if !memory.opted_out.remove(&message.from) => {
                    return Self::converse(&mut memory, message);
                }
                Intent::OptIn => "Welcome back! Reply STOP to opt out.",
                Intent::Help => "Septet Café. SURVEY to tell us about your visit, STOP to opt out.",
            };
            let reply = Response::new().with_message(Message::new(reply));
            return if keyword.is_handled() {
                Response::new()
            } else {
                reply
            };
        }
        // After the keywords: an opt-out is never too much.
        if memory.opted_out.contains(&message.from) || !self.allows(&message.from) {
            return Response::new();
        }
        match route {
            Route::Command {
                command: Command::Survey,
                ..
            } => {
                memory
                    .surveys
                    .insert(message.from.clone(), Survey::default());
                ask(&Survey::default())
            }
            Route::Command {
                command: Command::Echo,
                argument,
            } if !argument.is_empty() => Response::new().with_message(Message::new(argument)),
            _ => Self::converse(&mut memory, message),
        }
    }

    /// A message that is neither a keyword nor a command: an answer, perhaps.
    fn converse(memory: &mut Memory, message: &InboundMessage) -> Response {
        let Some(survey) = memory.surveys.get_mut(&message.from) else {
            return Response::new().with_message(Message::new("Reply SURVEY, or HELP for help."));
        };
        survey.answer(&message.body);
        let reply = ask(survey);
        if survey.is_complete() {
            let answers = survey.answers.join(" | ");
            memory.surveys.remove(&message.from);
            memory.log.push(format!("survey: {answers}"));
        }
        reply
    }
}

/// The question is at a URL of its own, which the state leads to.
fn ask(survey: &Survey) -> Response {
    Response::new().with_redirect(Redirect::new("/survey").with_state(&survey.state()))
}

/// The requests that fetch and delete a piece of media: this library makes no requests.
fn calls(media: &Media) -> [String; 2] {
    let with = "account SID and auth token, if authentication for media is on";
    [
        format!(
            "GET {} ({}; {with})",
            media.url,
            media.content_type.as_deref().unwrap_or("type unknown")
        ),
        format!("DELETE {} ({with})", media.url),
    ]
}

async fn sms(
    Shared(app): Shared<Arc<App>>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<HttpResponse, Refusal> {
    let form = app.authentic(&uri, &headers, &body)?;
    let message = InboundMessage::from_form(&form).map_err(|error| malformed(&error))?;
    let sid = message.message_sid;
    let known = sid.and_then(|sid| app.memory().replies.get(&sid).cloned());
    let xml = known.map_or_else(|| write(app.reply(&message)), Ok)?;
    if let Some(sid) = sid {
        app.memory().replies.insert(sid, xml.clone());
    }
    Ok(answer(xml))
}

async fn question(
    Shared(app): Shared<Arc<App>>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<HttpResponse, Refusal> {
    app.authentic(&uri, &headers, &body)?;
    let state = State::from_url(&uri.to_string()).ok();
    let question = state.as_ref().and_then(survey::question);
    let question = question.ok_or_else(|| malformed(&"no such question"))?;
    let xml = write(Response::new().with_message(Message::new(question)))?;
    Ok(answer(xml))
}

async fn status(
    Shared(app): Shared<Arc<App>>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, Refusal> {
    let form = app.authentic(&uri, &headers, &body)?;
    let callback = StatusCallback::from_form(&form).map_err(|error| malformed(&error))?;
    let mut memory = app.memory();
    let delivery = memory.deliveries.entry(callback.message_sid).or_default();
    let before = delivery.clone();
    callback.fold_into(delivery);
    let after = delivery.clone();
    // Only what is new; most callbacks that come late or twice are not.
    if let (true, Some(status)) = (after.status() != before.status(), after.status()) {
        let code = after.error_code();
        let why = code.map_or(String::new(), |code| format!(", {code}"));
        let to = callback.to.as_deref().unwrap_or("somebody");
        memory.log.push(format!("message to {to}: {status}{why}"));
        if code.is_some_and(|code| code.advice().action() == Action::SuppressRecipient) {
            memory.log.push(format!("suppress {to}"));
        }
    }
    Ok(StatusCode::NO_CONTENT)
}

fn write(reply: Response) -> Result<String, Refusal> {
    // Echoed text may hold what XML cannot.
    let reply = reply.with_forbidden(Forbidden::Replace('?'));
    let failed = |error: TwimlError| (StatusCode::INTERNAL_SERVER_ERROR, error.to_string());
    reply.to_xml().map_err(failed)
}

fn answer(xml: String) -> HttpResponse {
    ([(header::CONTENT_TYPE, CONTENT_TYPE)], xml).into_response()
}

/// The reason for an error response.
type Refusal = (StatusCode, String);

fn malformed(error: &impl ToString) -> Refusal {
    (StatusCode::BAD_REQUEST, error.to_string())
}

/// Serves for ever.
pub fn serve(listener: TcpListener, app: Arc<App>) -> Result<(), Box<dyn Error>> {
    let routes = axum::Router::new()
        .route("/sms", post(sms))
        .route("/survey", post(question))
        .route("/status", post(status))
        .with_state(app);
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()?;
    runtime.block_on(async move {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, routes).await?;
        Ok(())
    })
}
