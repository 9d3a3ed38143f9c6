### Wörter, die auf vielen Seiten stehen.
