//! One view a screen. A view takes what to show and where to send.
