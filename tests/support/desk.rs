//! The app without a browser, for tests of what acts do.

use postil::app::{Action, Command, Effect, Env, LaterCommand, LinkAct, Session, State, reduce};
use postil::edit::{Actor, History};
use postil::model::{AnnotationId, DocumentId, LabelId, Project, ProjectId, Timestamp, check, news};
use postil::storage::Texts;
use postil::text::{Byte, Span, WordBreaks};
use postil::wire::project::{Texts as Form, to_string};

/// A person at a desk: acts, and a clock that ticks.
pub struct Desk {
    pub state: State,
    now: i64,
    pub effects: Vec<Effect>,
}

impl Desk {
    pub fn new() -> Self {
        let mut desk = Self { state: State::new(Actor("test".into())), now: 1_000, effects: Vec::new() };
        let project = Project::new(ProjectId::new("p"), "Test".into(), news(), Timestamp(0));
        desk.act(Action::Opened(Box::new(Session::new(project, History::default(), Texts::default(), 1))));
        desk
    }

    pub fn with(text: &str) -> Self {
        let mut desk = Self::new();
        desk.paste("Report", text);
        desk
    }

    pub fn act(&mut self, action: Action) -> &mut Self {
        self.now += 1;
        let env = Env { now: Timestamp(self.now), words: &|_, _, _, _| WordBreaks::default() };
        self.effects = reduce(&mut self.state, action, &env);
        // What the page does of it at once.
        let later = |effect: &Effect| match effect {
            Effect::Later(command) => Some(Action::step(LaterCommand(*command))),
            Effect::Pick(act) => Some(Action::step(act.clone())),
            Effect::Behind(step) => Some(Action::Step(step.clone())),
            Effect::Reshape(id, fragments) => {
                Some(Action::step(LinkAct::Reshape(id.clone(), fragments.clone())))
            }
            _ => None,
        };
        while let Some(at) = self.effects.iter().position(|effect| later(effect).is_some()) {
            let action = later(&self.effects.remove(at)).expect("it was found so");
            self.effects.extend(reduce(&mut self.state, action, &env));
        }
        if let Some(session) = &self.state.session {
            assert_eq!(check(&session.project), [], "the invariants of the project hold after every act");
        }
        self
    }

    /// Does what is done in slices, and says how many there were.
    pub fn later(&mut self) -> usize {
        let mut slices = 0;
        while let Some(step) = self.effects.iter().find_map(|effect| match effect {
            Effect::Soon(step) => Some(step.clone()),
            _ => None,
        }) {
            self.act(Action::Step(step));
            slices += 1;
        }
        slices
    }

    /// Time goes by, in milliseconds.
    pub fn wait(&mut self, milliseconds: i64) -> &mut Self {
        self.now += milliseconds;
        self
    }

    /// Pastes, and answers for the worker that guesses the language.
    pub fn paste(&mut self, title: &str, text: &str) -> &mut Self {
        self.act(Action::paste(title.into(), text.into()));
        if self.effects.iter().any(|effect| matches!(effect, Effect::GuessLanguage(..))) {
            self.act(Action::pasted(title.into(), text.into(), "id".into()));
        }
        self
    }

    pub fn run(&mut self, command: Command) -> &mut Self {
        self.act(Action::Run(command))
    }

    pub fn session(&self) -> &Session {
        self.state.session.as_ref().expect("a project is open")
    }

    pub fn file(&self) -> String {
        to_string(&self.session().project, Form::Inline)
    }

    pub fn document(&self) -> DocumentId {
        self.session().reading.as_ref().expect("an article is open").document.clone()
    }

    /// Selects the first place where the text reads so.
    pub fn select(&mut self, quote: &str) -> &mut Self {
        let span = self.find(quote);
        self.act(Action::Select { spans: vec![span], exact: false })
    }

    pub fn find(&self, quote: &str) -> Span {
        let document = self.session().document().expect("an article is open").clone();
        let start = document.text.as_str().find(quote).expect("the text holds it");
        Span::new(Byte(start as u32), Byte((start + quote.len()) as u32))
    }

    pub fn mark(&mut self, quote: &str, label: &str) -> AnnotationId {
        self.select(quote).act(Action::Mark(LabelId::new(label)));
        self.session().selected().expect("what was marked is selected").id.clone()
    }

    /// The annotation, of any article, that reads so.
    pub fn marked(&self, quote: &str) -> AnnotationId {
        let session = self.session();
        let mut all = session.project.all_annotations();
        all.find(|own| session.named(own) == quote).expect("it is marked").id.clone()
    }

    /// Label and quotes of all annotations of the open article, in order.
    pub fn marks(&self) -> Vec<String> {
        let document = self.session().document().expect("an article is open");
        let all = self.session().project.annotations(&document.id).expect("it is there");
        let quotes = |a: &postil::model::Annotation| {
            let quotes: Vec<&str> =
                a.fragments.spans().iter().map(|span| document.text.slice(*span)).collect();
            format!("{}: {}", a.label, quotes.join(" + "))
        };
        all.iter().map(|a| quotes(a)).collect()
    }

    pub fn said(&self) -> &str {
        &self.state.spoken.1
    }
}
