//! A webhook server: takes signed messages, sees to STOP and HELP, runs a survey, replies with
//! TwiML, and folds status callbacks into what became of each message.
//!
//! ```console
//! $ cargo run --example webhook --features messages          # a conversation on loopback
//! $ cargo run --example webhook --features messages -- serve # for a provider to call
//! ```
//!
//! It serves on `PORT` (8080) and shows a signed request to try. `TOKEN` is the auth token of the account, `ORIGIN` the address
//! that the provider calls, such as `https://you.example.com`.

mod app;
mod conversation;
mod survey;

use std::error::Error;
use std::net::{Ipv4Addr, TcpListener};

fn main() -> Result<(), Box<dyn Error>> {
    if std::env::args().nth(1).as_deref() == Some("serve") {
        let port = std::env::var("PORT").map_or(Ok(8080), |port| port.parse())?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = format!("http://{}", listener.local_addr()?);
        let token = std::env::var("TOKEN").unwrap_or_else(|_| "a token to try this out".to_owned());
        let origin = std::env::var("ORIGIN").unwrap_or_else(|_| address.clone());
        let request = conversation::request_to_try(&address, &origin, &token)?;
        println!("{address}/sms takes messages. Try it in another terminal:\n\n{request}\n");
        return app::serve(listener, app::App::new(&token, &origin)?);
    }
    for line in conversation::hold()? {
        println!("{line}");
    }
    Ok(())
}
