document.title = 'Tandem'
