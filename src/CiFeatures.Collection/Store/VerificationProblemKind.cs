namespace CiFeatures.Collection.Store;

/// <summary>What is wrong with a file of a snapshot.</summary>
public enum VerificationProblemKind
{
    /// <summary>The manifest is not valid or of a newer version; nothing else of the snapshot was checked.</summary>
    Manifest,

    /// <summary>The manifest lists the file, but it is not there.</summary>
    Missing,

    /// <summary>The file is there, but the manifest does not list it.</summary>
    Unexpected,

    /// <summary>The file holds other bytes than were written, or cannot be read or decompressed.</summary>
    Damaged,

    /// <summary>The bytes are those that were written, but they are not an answer that can be decoded.</summary>
    Undecodable,
}
