"""What the server adds to Streamlit: the figure's files, headers, and silence to the outside."""
